#!/bin/sh
# Makes this machine the end of the tunnel: forwarding, the firewall and the WireGuard key.
# It reads /etc/armstead/gateway.env, changes nothing that it did not make, and may run again at any time.
set -eu

# shellcheck source=/dev/null
. /etc/armstead/gateway.env

umask 077
KEY=/etc/wireguard/private.key
RULES=/etc/iptables/rules.v4

uplink=$(ip -o -4 route show default | awk '{ print $5; exit }')
if [ -z "$uplink" ]; then
  echo "armstead: no default route, so the network card is unknown; run this again once the network is up" >&2
  exit 1
fi

# The private key is made here and never leaves: neither the repository nor the state nor the metadata holds it.
make_key() {
  if [ ! -s "$KEY" ]; then
    wg genkey >"$KEY.new"
    mv "$KEY.new" "$KEY"
  fi
}

# What may reach the machine itself. The image's own rules follow and reject the rest.
input_rules() {
  for network in $BEHIND; do echo "-A ARMSTEAD-INPUT ! -i $TUNNEL -s $network -j DROP"; done
  for network in $ALLOWED_FROM; do echo "-A ARMSTEAD-INPUT -p udp --dport $PORT -s $network -j ACCEPT"; done
  for network in $SSH_FROM; do echo "-A ARMSTEAD-INPUT -p tcp --dport 22 -s $network -j ACCEPT"; done
  echo "-A ARMSTEAD-INPUT -p tcp --dport 22 -j DROP"
  echo "-A ARMSTEAD-INPUT -p tcp --dport $METRICS -s $NODES -j ACCEPT"
}

# What may pass. WireGuard has already dropped packets whose source is not the peer's.
forward_rules() {
  for network in $BEHIND; do echo "-A ARMSTEAD-FORWARD ! -i $TUNNEL -s $network -j DROP"; done
  echo "-A ARMSTEAD-FORWARD -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT"
  echo "-A ARMSTEAD-FORWARD -i $TUNNEL -o $uplink -d $CLOUD -j ACCEPT"
  echo "-A ARMSTEAD-FORWARD -i $TUNNEL -o $TUNNEL -j ACCEPT"
  for network in $BEHIND; do
    echo "-A ARMSTEAD-FORWARD -i $uplink -o $TUNNEL -s $NODES -d $network -j ACCEPT"
  done
  for network in $MASQUERADED; do
    echo "-A ARMSTEAD-FORWARD -i $uplink -o $uplink -s $network ! -d $CLOUD -j ACCEPT"
  done
}

# Only the way out to the internet hides the sender: between home and the cloud both sides see true addresses.
masquerade_rules() {
  for network in $MASQUERADED; do
    echo "-A ARMSTEAD-POSTROUTING -o $uplink -s $network ! -d $CLOUD -j MASQUERADE"
  done
}

# The network of the cloud takes larger packets than the tunnel: both ends of a connection are told what fits.
segment_rules() {
  for side in "-i $TUNNEL" "-o $TUNNEL"; do
    echo "-A ARMSTEAD-MSS $side -p tcp --tcp-flags SYN,RST SYN -j TCPMSS --set-mss $SEGMENT"
  done
}

# Replaces the content of our own chains in one step and leaves every other chain as it is.
fill_chains() {
  iptables-restore --wait --noflush <<RULES
*filter
:ARMSTEAD-INPUT - [0:0]
:ARMSTEAD-FORWARD - [0:0]
$(input_rules)
$(forward_rules)
COMMIT
*nat
:ARMSTEAD-POSTROUTING - [0:0]
$(masquerade_rules)
COMMIT
*mangle
:ARMSTEAD-MSS - [0:0]
$(segment_rules)
COMMIT
RULES
}

# Leads a chain of the system into ours, before the image's rules that reject everything.
enter() {
  iptables --wait -t "$1" -C "$2" -j "$3" 2>/dev/null || iptables --wait -t "$1" -I "$2" 1 -j "$3"
}

save() {
  mkdir -p /etc/iptables
  iptables-save >"$RULES.new"
  mv "$RULES.new" "$RULES"
}

make_key
sysctl --quiet --load /etc/sysctl.d/60-armstead.conf
fill_chains
enter filter INPUT ARMSTEAD-INPUT
enter filter FORWARD ARMSTEAD-FORWARD
enter nat POSTROUTING ARMSTEAD-POSTROUTING
enter mangle FORWARD ARMSTEAD-MSS
save
