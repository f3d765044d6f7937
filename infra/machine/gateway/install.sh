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

# What tells the cluster how the machine fares. The tunnel does not need it, so it must not keep the machine from its work.
apt-get -q -y --no-install-recommends install prometheus-node-exporter ||
  echo "armstead: prometheus-node-exporter could not be installed: the alert GatewayUnwatched will tell" >&2
