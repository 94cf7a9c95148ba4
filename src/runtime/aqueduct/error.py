"""Errors of the authoring API, under the names that Aqueduct gave them; each message says what to do."""

from __future__ import annotations


class Error(Exception):
    """Base of every error that Aqueduct raises on purpose."""

    def __init__(self, message: str = "") -> None:
        super().__init__(message)
        self.message = message


class AqueductError(Error):
    """Something failed that is neither the user's argument nor a missing feature."""


class InvalidUserArgumentException(Error):
    """An argument is not one that the call takes."""


class InvalidUserActionException(Error):
    """The call is not possible here."""


class InvalidResourceException(Error):
    """No resource of that name, or not one of the right kind."""


class InvalidCronStringException(Error):
    """A schedule that is not cron of five fields."""


class InvalidFunctionException(Error):
    """What was decorated cannot be an operator."""


class InvalidDependencyFilePath(Error):
    """A path of `file_dependencies` that cannot be shipped."""


class ReservedFileNameException(Error):
    """A path of `file_dependencies` whose name is taken."""


class RequirementsMissingError(Error):
    """A requirements file that is not there."""


class ArtifactNotFoundException(Error):
    """No artifact of that name."""


class ArtifactNeverComputedException(Error):
    """The value of an artifact, asked for before a run made it."""


class InvalidArtifactTypeException(Error):
    """An artifact of the wrong kind for the call."""


class UnsupportedFeatureException(Error):
    """A part of the authoring API that this version does not have yet."""


class CannotShipError(Error):
    """Something that an operator uses cannot travel to where it runs."""
