#!/bin/sh
# Installs security updates of the operating system, and restarts the node where one of them counts only then.
# What OKE has installed stays: the version of its programs is that of the node pool.
set -eu

dnf --quiet --assumeyes --security --exclude='kubeadm*,kubectl*,kubelet*,cri-o*,cri-tools*,conmon*,oci-*' upgrade

# It ends with 1 where a restart is needed; any other failure says nothing about one.
status=0
/usr/bin/needs-restarting --reboothint >/dev/null || status=$?
if [ "$status" -eq 1 ]; then systemctl reboot; fi
