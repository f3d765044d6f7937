#!/bin/sh
# What cloud-init runs once: each step only if the one before it worked.
set -eu

/usr/local/sbin/armstead-install
/usr/local/sbin/armstead-configure
systemctl enable --now wg-quick@wg0.service
/var/lib/cloud/scripts/per-boot/armstead-announce
