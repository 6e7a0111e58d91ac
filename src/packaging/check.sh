#!/usr/bin/env bash
# Installs the Debian package, starts the bot as its service would, asks it something, stops it, and removes everything.
# As root, on a machine that may be changed:
#   src/packaging/check.sh target/package/verbatim_0.1.0_amd64.deb content/nato-allies-two-day-meeting.md
set -euo pipefail
deb=$1 article=$2

fail() {
  echo "FAILED: $*" >&2
  exit 1
}

# As the service does it, where no systemd runs.
as_service() {
  (
    set -a
    . /etc/verbatim/environment
    HOME=/var/lib/verbatim
    cd /var/lib/verbatim
    exec setpriv --reuid verbatim --regid verbatim --clear-groups -- "$@"
  )
}

dpkg --install "$deb"
install -o verbatim -g verbatim -m 0640 "$article" /var/lib/verbatim/content/
if command -v systemd-analyze >/dev/null; then
  systemd-analyze verify /etc/systemd/system/verbatim.service || fail "the unit"
fi

log=$(mktemp)
as_service /opt/verbatim/bin/verbatim >"$log" 2>&1 </dev/null &
for _ in $(seq 120); do
  curl --fail --silent --output /dev/null http://127.0.0.1:8080/actuator/health/readiness && break
  sleep 0.5
done
curl --fail --silent http://127.0.0.1:8080/actuator/health/readiness | grep -q UP || { cat "$log"; fail "not ready"; }
curl --fail --silent http://127.0.0.1:8080/ | grep -q '<title>' || fail "no playground"
echo "It serves."

answer=$(as_service /usr/bin/verbatim ask "What does Smith say about loose talk?" --verbatim.data-dir=/tmp/verbatim-check)
grep -q 'Julianne Smith' <<<"$answer" || fail "the answer: $answer"
echo "It answers."

# Java ends at once with this when it can't take the cache, and without it starts slowly and says nothing.
as_service env JAVA_TOOL_OPTIONS=-XX:AOTMode=on /usr/bin/verbatim --version || fail "the cache isn't taken"
echo "It takes the cache."

pkill --full --exact --uid verbatim /opt/verbatim/bin/verbatim || fail "it wasn't running as its user"
for _ in $(seq 60); do
  pgrep --uid verbatim >/dev/null || break
  sleep 0.5
done
! pgrep --uid verbatim >/dev/null || fail "it doesn't end"
echo "It stops."

dpkg --remove verbatim
[ -e "/var/lib/verbatim/content/$(basename "$article")" ] || fail "articles went with the program"
[ ! -e /opt/verbatim ] && [ ! -e /usr/bin/verbatim ] || fail "something of the program is left"
dpkg --purge verbatim
[ ! -e /var/lib/verbatim ] && [ ! -e /etc/verbatim ] || fail "something is left after a purge"
rm -rf /tmp/verbatim-check "$log"
echo "It is gone. All right."
