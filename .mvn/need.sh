# need COMMAND PACKAGE: installs a Debian package where its command is missing, or says what to install.
need() {
    command -v "$1" >/dev/null && return
    if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -yqq --no-install-recommends "$2"
    else
        echo "$1 is missing. Install it (on Debian: sudo apt-get install $2) and try again." >&2
        exit 1
    fi
}
