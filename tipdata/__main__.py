"""``python -m tipdata`` is the command ``tipdata``."""

from tipdata.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
