"""Files and folders: catalogue, settings, profile state. Knows nothing of its sibling adapters."""
