package dev.inkling.spark;

import dev.inkling.pile.PileEntry;
import dev.inkling.text.Problem;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Pictures in a column of Parquet files.
 *
 * @param column with the bytes of a picture's file
 * @param id column that says which picture it is
 */
record ColumnSource(String column, String id) implements Source {
  @Override
  public Dataset<Row> stream(SparkSession spark, String in, long bytes) {
    StructType schema = schema(spark, in);
    return spark
        .readStream()
        .schema(schema)
        .option("maxBytesPerTrigger", String.valueOf(bytes))
        .parquet(in)
        .select(functions.col(id).cast(DataTypes.StringType), functions.col(column));
  }

  private StructType schema(SparkSession spark, String in) {
    StructType schema;
    try {
      schema = spark.read().parquet(in).schema();
    } catch (Exception e) { // Scala's, which Java does not see
      throw new Problem(e, "problem.spark.parquet", in);
    }
    for (String name : new String[] {column, id}) {
      if (!Arrays.asList(schema.fieldNames()).contains(name)) {
        throw new Problem("problem.spark.column", in, name, String.join(", ", schema.fieldNames()));
      }
    }
    if (!schema.apply(column).dataType().equals(DataTypes.BinaryType)) {
      throw new Problem("problem.spark.bytes", in, column);
    }
    return schema;
  }

  @Override
  public Iterator<PileEntry> entries(Iterator<Row> rows) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public PileEntry next() {
        Row row = rows.next();
        byte[] bytes = row.isNullAt(1) ? new byte[0] : row.getAs(1);
        return PileEntry.of(String.valueOf(row.get(0)), bytes);
      }
    };
  }
}
