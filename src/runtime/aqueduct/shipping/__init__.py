"""What is shipped of a workflow: definitions as source, values as data, workspace modules as files, all by content."""
