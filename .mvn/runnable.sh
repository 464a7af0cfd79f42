# Sourced by scripts that set root: `runnable MODULE …` runs the module's jar with what follows. The jar is built if it is
# not there, or older than a source of the module or of a module that it depends on.
. "$root/.mvn/need.sh"

# The module and the modules of this project that it depends on.
with_dependencies() {
    for known in $modules; do
        [ "$known" != "$1" ] || return 0
    done
    modules="$modules $1"
    for dependency in $(sed -n 's|.*<artifactId>parlance-\(.*\)</artifactId>.*|\1|p' "$root/$1/pom.xml"); do
        [ ! -f "$root/$dependency/pom.xml" ] || with_dependencies "$dependency"
    done
}

# The sources of the modules that are newer than a jar.
newer_than() {
    with_dependencies "$module"
    [ ! "$root/pom.xml" -nt "$1" ] || echo "$root/pom.xml"
    for each in $modules; do
        find "$root/$each/pom.xml" "$root/$each/src/main" -newer "$1" 2>/dev/null || true # a module may have no src/main
    done
}

runnable() {
    module=$1
    modules=
    shift
    need javac default-jdk-headless
    jar=$(find "$root/$module/target" -name '*-runnable.jar' 2>/dev/null | head -1)
    if [ -z "$jar" ] || [ -n "$(newer_than "$jar")" ]; then
        "$root/.mvn/maven" -q -T1C -f "$root" package -pl "$module" -am -Plibraries
        jar=$(find "$root/$module/target" -name '*-runnable.jar' | head -1)
        touch "$jar" # Maven leaves it as it is, if the change made no difference
    fi
    exec java -jar "$jar" "$@"
}
