#!/bin/sh
# Prints the public key on the console of the machine, where `npm run gateway-key` reads it without logging in.
set -eu

if [ -s /etc/wireguard/private.key ]; then
  key=$(wg pubkey </etc/wireguard/private.key)
  echo "armstead-gateway-public-key $key" >/dev/console
fi
