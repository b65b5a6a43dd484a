"""Separated values to a grid of cells, each with its exact place in the text."""
