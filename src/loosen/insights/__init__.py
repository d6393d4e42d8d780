"""What weeks show: trends and patterns, said only when the data bear them out."""
