"""spark-pipe.py INPUT OUTPUT: codes JSON Lines of articles with Spark, each partition through one `coulisse code`.

	spark-submit spark-pipe.py hdfs:///news/articles hdfs:///news/record
	hadoop fs -cat '/news/record/part-*' | coulisse merge -d news.db

The program must be on every worker (COULISSE, else in the path).  A partition's lines come out in the order of its articles, so that each document's stay together.
"""
import os
import shlex
import sys


def command(program):
    """Exit status 3 says that some articles could not be read, which is no failure of the partition."""
    return "sh -c " + shlex.quote(f"{shlex.quote(program)} code --input jsonl || [ $? = 3 ]")


def main(source, target):
    from pyspark.sql import SparkSession

    spark = SparkSession.builder.appName("coulisse").getOrCreate()
    articles = spark.sparkContext.textFile(source)
    articles.pipe(command(os.environ.get("COULISSE", "coulisse")), checkCode=True).saveAsTextFile(target)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
