"""A grid of cells to reports: what a clerk's sheet says, as the nodes that any report is read from."""
