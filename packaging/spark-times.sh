#!/usr/bin/env bash
# How long a sweep takes without Spark, on Spark within one process, and on a standalone master with workers of a core each, all on this
# machine: a line of a table each. Build first: mvn -q -DskipTests package && mvn -q -Pspark -DskipTests package.
#   packaging/spark-times.sh [SWEEP [WHAT…]]      WHAT: alone-1 alone-2 local-1 local-2 workers-1 workers-2; all when not given
set -euo pipefail
cd "$(dirname "$0")/.."
sweep=${1:-quick-35}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- alone-1 alone-2 local-1 local-2 workers-1 workers-2
export OMP_NUM_THREADS=1 SPARK_HOME=$PWD/target/spark SPARK_LOCAL_IP=127.0.0.1 SPARK_SCALA_VERSION=2.13
work=$(mktemp -d)
machines=()
over() {
  [ ${#machines[@]} -eq 0 ] || kill "${machines[@]}" 2>/dev/null || true
  wait 2>/dev/null || true
  machines=()
}
trap 'over; rm -rf "$work"' EXIT

# Instead of the shell in the background, so that it is the machine itself that is killed.
spark() { exec java -Xmx512m @packaging/spark.args -cp "target/spark/jars/*" "$@"; }
machine() {
  spark -Dspark.master.rest.enabled=false "org.apache.spark.deploy.$1" --webui-port 0 --host 127.0.0.1 "${@:3}" >"$work/$2.log" 2>&1 &
  machines+=($!)
}
heard() { for _ in $(seq 600); do grep -q "$2" "$work/$1.log" && return; sleep 0.5; done; cat "$work/$1.log" >&2; exit 1; }
driver() { java @packaging/spark.args -cp "target/spark/jars/*:target/inklab-spark.jar" inklab.Main sweep "$sweep" --out "$work/$1" --json --spark "$2"; }

failed() { cat "$work/$what.err" >&2; exit 1; }

echo "| how | time of the whole | of its members, in all | a member |"
echo "| --- | --- | --- | --- |"
for what in "$@"; do
  n=${what##*-}
  begun=$(date +%s.%N)
  case $what in
    alone-*) said=$(java -jar target/inklab.jar sweep "$sweep" --out "$work/$what" --json --threads "$n" --side-by-side "$n" 2>"$work/$what.err") || failed ;;
    local-*) said=$(driver "$what" "local[$n]" 2>"$work/$what.err") || failed ;;
    workers-*)
      machine master.Master master --port 17077
      heard master 'New state: ALIVE'
      for i in $(seq "$n"); do machine worker.Worker "worker-$i" --cores 1 --memory 2g --work-dir "$work/work-$i" spark://127.0.0.1:17077; done
      for i in $(seq "$n"); do heard "worker-$i" 'Successfully registered'; done
      begun=$(date +%s.%N)
      said=$(driver "$what" spark://127.0.0.1:17077 2>"$work/$what.err") || failed
      over ;;
    *) echo "What is $what?" >&2; exit 2 ;;
  esac
  whole=$(echo "$begun $(date +%s.%N)" | awk '{ print $2 - $1 }')
  # The first wall_s is the sweep's own, the others are the members'.
  echo "$said" | grep -o '"wall_s":[0-9.]*' | cut -d: -f2 |
    awk -v what="$what" -v whole="$whole" 'NR > 1 { sum += $1; n++ } END { printf "| %s | %.0f s | %.0f s | %.1f s |\n", what, whole, sum, sum / n }'
done
