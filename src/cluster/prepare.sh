#!/usr/bin/env bash
# Makes what the tests start nodes of OpenSearch from, in target/cluster: their class paths, which Maven fetches once, and
# the class that starts one. The newest server as it is (63 MB), and in target/cluster/knn the newest one that there is a
# k-NN plugin for (80 MB).
#   src/cluster/prepare.sh JAVA
set -euo pipefail
cd "$(dirname "$0")/../.."

java_home=$(dirname "$(dirname "$1")")
dependencies=org.apache.maven.plugins:maven-dependency-plugin:3.10.0

# prepare POM FOLDER SOURCE...
prepare() {
  local pom=$1 folder=$PWD/$2
  shift 2
  mkdir -p "$folder/classes" "$folder/plugin"
  # Two runs: both goals take their types from the same property.
  JAVA_HOME=$java_home mvn --batch-mode --quiet --file "$pom" \
    "$dependencies:unpack-dependencies" -DincludeTypes=zip "-DoutputDirectory=$folder/plugin"
  JAVA_HOME=$java_home mvn --batch-mode --quiet --file "$pom" \
    "$dependencies:build-classpath" -DincludeTypes=jar "-Dmdep.outputFile=$folder/classpath.maven"
  { find "$folder/plugin" -name '*.jar' -printf '%p:'; cat "$folder/classpath.maven"; } > "$folder/classpath"
  "$java_home/bin/javac" -d "$folder/classes" -classpath "$(cat "$folder/classpath")" "$@"
}

prepare src/cluster/pom.xml target/cluster src/cluster/java/ClusterNode.java
prepare src/cluster/knn/pom.xml target/cluster/knn src/cluster/java/ClusterNode.java \
  src/cluster/knn/java/org/opensearch/transport/grpc/spi/*.java
