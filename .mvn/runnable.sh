# Sourced by scripts that set root: `runnable MODULE …` runs the module's jar with what follows, after building it if
# it is not there.
. "$root/.mvn/need.sh"

runnable() {
    module=$1
    shift
    need javac default-jdk-headless
    jar=$(find "$root/$module/target" -name '*-runnable.jar' 2>/dev/null | head -1)
    if [ -z "$jar" ]; then
        "$root/.mvn/maven" -q -T1C -f "$root" package -pl "$module" -am -Plibraries
        jar=$(find "$root/$module/target" -name '*-runnable.jar' | head -1)
    fi
    exec java -jar "$jar" "$@"
}
