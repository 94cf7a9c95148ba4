"""Constants of the authoring API, under the module names that workflow files import."""
