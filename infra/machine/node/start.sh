#!/bin/sh
# What cloud-init runs once on a node: the whole disk for the root file system, the volumes, the rules of the firewall,
# then Oracle's own start.
set -eu

/usr/libexec/oci-growfs -y || echo "armstead: the root file system did not grow; see df -h /" >&2
/usr/local/sbin/armstead-volumes
systemctl restart systemd-journald.service

# Pods could take the node's identity: a node that cannot keep them from it does not join.
command -v nft >/dev/null || dnf --assumeyes --quiet install nftables
systemctl daemon-reload
systemctl enable armstead-metadata.service
if ! systemctl start armstead-metadata.service || ! systemctl enable --now armstead-metadata.timer; then
  echo "armstead: pods could read the metadata of the cloud, so this node does not join; see journalctl -u armstead-metadata" >&2
  exit 1
fi

systemctl enable --now armstead-connections.service armstead-connections.timer ||
  echo "armstead: nothing bounds the connections of strangers here; see journalctl -u armstead-connections" >&2

systemctl enable --now armstead-updates.timer || echo "armstead: this node gets no updates by itself" >&2

# A cloud-init of our own replaces Oracle's, which would have done this: without it the node never joins.
curl --fail --silent --show-error --location --retry 10 --retry-connrefused --header 'Authorization: Bearer Oracle' \
  --output /run/oke-init.base64 http://169.254.169.254/opc/v2/instance/metadata/oke_init_script
base64 --decode /run/oke-init.base64 >/run/oke-init.sh
bash /run/oke-init.sh
