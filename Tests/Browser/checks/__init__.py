"""One module for each thing that is looked at. Every check returns the problems it found as lines of text."""
