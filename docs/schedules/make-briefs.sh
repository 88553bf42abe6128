#!/bin/sh
# Make what has changed, then the index, whatever became of the briefs. Ends with a status other
# than 0 where a brief failed.
cd "$(dirname "$0")" || exit 1
tipdata briefs plan.yml
status=$?
tipdata site briefs || status=1
exit "$status"
