"""The store as Python needs it: get, list, put if absent; in a folder or in S3. In Python 3.8 grammar."""

from __future__ import annotations

from aqueduct.store.folder import FolderStore
from aqueduct.store.interface import BadKey, Store, check_key
from aqueduct.store.s3 import MissingBoto3, S3Store, s3_client

__all__ = ["BadKey", "FolderStore", "MissingBoto3", "S3Store", "Store", "check_key", "s3_client"]
