#!/bin/sh
# Makes the directories of the local volumes, with their owners. Data that is there stays as it is.
# Each line of /etc/armstead/volumes: <owner> <directory>
set -eu

while read -r owner directory; do
  mkdir -p "$directory"
  chown "$owner:$owner" "$directory"
  chmod 2770 "$directory"
done </etc/armstead/volumes
