"""Word lists of the newspaper page: data only, one subject a file, read by the stages."""
