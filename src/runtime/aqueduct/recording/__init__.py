"""What a workflow file does with the authoring API, recorded: operators, artifacts, publications."""
