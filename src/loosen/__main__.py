"""`python -m loosen` is the command `loosen`."""

from loosen.cli import main

if __name__ == "__main__":
    main()
