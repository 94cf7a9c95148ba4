"""Errors of the authoring API, under the names that Aqueduct gave them; each message says what to do."""

from __future__ import annotations


class Error(Exception):
    """Base of every error that Aqueduct raises on purpose."""

    def __init__(self, message: str = "") -> None:
        super().__init__(message)
        self.message = message


class AqueductError(Error):
    """What `except AqueductError` catches: all of them, since old files expect their calls to raise nothing else."""


class InvalidUserArgumentException(AqueductError):
    """An argument is not one that the call takes."""


class InvalidUserActionException(AqueductError):
    """The call is not possible here."""


class InvalidResourceException(AqueductError):
    """No resource of that name, or not one of the right kind."""


class InvalidCronStringException(AqueductError):
    """A schedule that is not cron of five fields."""


class InvalidFunctionException(AqueductError):
    """What was decorated cannot be an operator."""


class InvalidDependencyFilePath(AqueductError):
    """A path of `file_dependencies` that cannot be shipped."""


class ReservedFileNameException(AqueductError):
    """A path of `file_dependencies` whose name is taken."""


class RequirementsMissingError(AqueductError):
    """A requirements file that is not there."""


class ArtifactNotFoundException(AqueductError):
    """No artifact of that name."""


class ArtifactNeverComputedException(AqueductError):
    """The value of an artifact, asked for before a run made it."""


class InvalidArtifactTypeException(AqueductError):
    """An artifact of the wrong kind for the call."""


class UnsupportedFeatureException(AqueductError):
    """A part of the authoring API that this version does not have yet."""


class CannotShipError(AqueductError):
    """Something that an operator uses cannot travel to where it runs."""


# What only Aqueduct's server raised: old files import these names for their `except` clauses.


class InternalAqueductError(AqueductError):
    """Nothing raises it here."""


class InvalidRequestError(AqueductError):
    """Nothing raises it here."""


class ClientValidationError(AqueductError):
    """Nothing raises it here."""


class ResourceNotFoundError(AqueductError):
    """Nothing raises it here: a resource that is not there is an InvalidResourceException."""


class UnprocessableEntityError(AqueductError):
    """Nothing raises it here."""


class InternalServerError(AqueductError):
    """Nothing raises it here."""


class InvalidMetadataError(AqueductError):
    """Nothing raises it here."""


class InvalidGithubQueryError(AqueductError):
    """Nothing raises it here."""


class NoConnectedResourcesException(AqueductError):
    """Nothing raises it here."""


class NoDestinationResourceException(AqueductError):
    """Nothing raises it here."""


class ResourceFailedToConnect(AqueductError):
    """Nothing raises it here."""


class ResourceConnectionInProgress(AqueductError):
    """Nothing raises it here."""
