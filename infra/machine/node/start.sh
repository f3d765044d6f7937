#!/bin/sh
# What cloud-init runs once on a node: the whole disk for the root file system, the volumes, then Oracle's own start.
set -eu

/usr/libexec/oci-growfs -y || echo "armstead: the root file system did not grow; see df -h /" >&2
/usr/local/sbin/armstead-volumes

# A cloud-init of our own replaces Oracle's, which would have done this: without it the node never joins.
curl --fail --silent --show-error --location --retry 10 --retry-connrefused --header 'Authorization: Bearer Oracle' \
  --output /run/oke-init.base64 http://169.254.169.254/opc/v2/instance/metadata/oke_init_script
base64 --decode /run/oke-init.base64 >/run/oke-init.sh
bash /run/oke-init.sh
