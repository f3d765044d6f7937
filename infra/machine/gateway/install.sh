#!/bin/sh
# Installs what the gateway needs. The public address arrives a little after the machine starts, so it tries for ten minutes.
set -eu
export DEBIAN_FRONTEND=noninteractive

attempts=60
until apt-get -q update &&
  apt-get -q -y --no-install-recommends install wireguard-tools iptables-persistent netfilter-persistent unattended-upgrades; do
  attempts=$((attempts - 1))
  if [ "$attempts" -eq 0 ]; then
    echo "armstead: the packages could not be installed; is there a way to the internet?" >&2
    exit 1
  fi
  sleep 10
done
