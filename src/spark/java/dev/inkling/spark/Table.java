package dev.inkling.spark;

import dev.inkling.image.GreyImage.Box;
import dev.inkling.pile.PileRow;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The table that is written: a column for each part of a {@link PileRow}, called as it is. */
final class Table {
  private static final StructType BOX =
      new StructType()
          .add("x", DataTypes.IntegerType)
          .add("y", DataTypes.IntegerType)
          .add("width", DataTypes.IntegerType)
          .add("height", DataTypes.IntegerType);

  static final StructType SCHEMA =
      new StructType()
          .add("path", DataTypes.StringType)
          .add("text", DataTypes.StringType)
          .add("digits", DataTypes.IntegerType)
          .add("confidence", DataTypes.FloatType)
          .add("isDigit", DataTypes.BooleanType)
          .add("boxes", new ArrayType(BOX, false))
          .add("problem", DataTypes.StringType);

  private Table() {}

  static Row row(PileRow row) {
    return RowFactory.create(
        row.path(),
        row.text(),
        row.digits(),
        row.confidence(),
        row.isDigit(),
        row.boxes().stream().map(Table::row).toArray(),
        row.problem());
  }

  private static Row row(Box box) {
    return RowFactory.create(box.x(), box.y(), box.width(), box.height());
  }

  /** The same as text, as {@code inkling recognize --csv} writes it. */
  static Dataset<Row> text(Dataset<Row> rows) {
    Column boxes =
        functions.array_join(
            functions.transform(
                functions.col("boxes"),
                box ->
                    functions.concat_ws(
                        " ",
                        List.of("x", "y", "width", "height").stream()
                            .map(box::getField)
                            .toArray(Column[]::new))),
            ";");
    Column confidence = functions.format_string("%.4f", functions.col("confidence"));
    return rows.withColumn("boxes", boxes)
        .withColumn(
            "confidence", functions.when(functions.col("confidence").isNotNull(), confidence));
  }
}
