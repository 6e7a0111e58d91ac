#!/usr/bin/env bash
# Makes what the tests start a node of OpenSearch from, in target/cluster: its class path, 63 MB that Maven fetches once,
# and the class that starts it.
#   src/cluster/prepare.sh JAVA
set -euo pipefail
cd "$(dirname "$0")/../.."

java_home=$(dirname "$(dirname "$1")")
mkdir -p target/cluster/classes
JAVA_HOME=$java_home mvn --batch-mode --quiet --file src/cluster/pom.xml \
  org.apache.maven.plugins:maven-dependency-plugin:3.10.0:build-classpath "-Dmdep.outputFile=$PWD/target/cluster/classpath"
"$java_home/bin/javac" -d target/cluster/classes -classpath "$(cat target/cluster/classpath)" src/cluster/java/ClusterNode.java
