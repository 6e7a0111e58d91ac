#!/usr/bin/env bash
# Makes the Debian package in two steps, between which the profile "package" of the pom starts the program once, for the
# cache with which it starts faster. Needs the JDK 25, fakeroot and dpkg-deb.
#   build.sh image JAVA JAR FOLDER          FOLDER/verbatim: the program with a Java of its own
#   build.sh runtime JAVA FOLDER            that Java alone
#   build.sh deb JAVA VERSION FOLDER        FOLDER/verbatim_VERSION_amd64.deb
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

# java.se has what libraries expect; the others are the vector module, Lucene's memory mapping, TLS, zip files, metrics,
# the playground's server, dates in seven languages, and the character sets of old web pages.
modules=java.se,jdk.incubator.vector,jdk.unsupported,jdk.crypto.ec,jdk.zipfs,jdk.management,jdk.httpserver,jdk.localedata,jdk.charsets

# The folder of the JDK that a java belongs to.
jdk_of() {
  dirname "$(dirname "$(readlink -f "$(command -v "$1")")")"
}

runtime() {
  local jdk
  jdk=$(jdk_of "$1")
  "$jdk/bin/jlink" --add-modules "$modules" --include-locales=en,de,fr,es,it,ru,uk --strip-debug --no-header-files \
    --no-man-pages --compress zip-6 --output "$2"
}

image() {
  local jdk jar=$2 folder=$3
  jdk=$(jdk_of "$1")
  rm -rf "$folder"
  mkdir -p "$folder/input"
  cp -p "$jar" "$folder/input/verbatim.jar"
  runtime "$1" "$folder/runtime"
  "$jdk/bin/jpackage" --type app-image --name verbatim --runtime-image "$folder/runtime" --dest "$folder" \
    --input "$folder/input" --main-jar verbatim.jar --main-class dev.verbatim.Verbatim \
    --java-options --enable-native-access=ALL-UNNAMED --java-options -XX:+ExitOnOutOfMemoryError \
    --java-options '-XX:AOTCache=$APPDIR/verbatim.aot' \
    --app-content "$here/debian/verbatim.service" --app-content "$here/debian/environment"
  # The cache is for a program of this very date, and jpackage gives the file another one. The package gives it this one
  # again when it is installed.
  touch --date=2000-01-01T00:00:00Z "$folder/verbatim/lib/app/verbatim.jar"
}

deb() {
  local jdk version=$2 folder=$3
  jdk=$(jdk_of "$1")
  "$jdk/bin/jpackage" --type deb --name verbatim --app-image "$folder/verbatim" --dest "$folder" --install-dir /opt \
    --app-version "$version" --resource-dir "$here/debian" --linux-package-deps adduser --linux-app-category net \
    --description "A Telegram bot that answers questions about articles, word for word and with attribution"
}

"$@"
