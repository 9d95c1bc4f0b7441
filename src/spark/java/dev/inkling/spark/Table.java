package dev.inkling.spark;

import dev.inkling.image.GreyImage.Box;
import dev.inkling.pile.PileRow;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The table that is written: a column for each part of a {@link PileRow}, called as it is. */
enum Table {
  /** Numbers as numbers, and boxes with four of them. */
  TYPED(
      new StructType()
          .add("path", DataTypes.StringType)
          .add("text", DataTypes.StringType)
          .add("digits", DataTypes.IntegerType)
          .add("confidence", DataTypes.FloatType)
          .add("isDigit", DataTypes.BooleanType)
          .add("boxes", new ArrayType(box(), false))
          .add("problem", DataTypes.StringType)) {
    @Override
    Row row(PileRow row) {
      return RowFactory.create(
          row.path(),
          row.text(),
          row.digits(),
          row.confidence(),
          row.isDigit(),
          row.boxes().stream().map(Table::row).toArray(),
          row.problem());
    }
  },

  /** All as text, as {@code inkling recognize --csv} writes it. */
  TEXT(text()) {
    @Override
    Row row(PileRow row) {
      return RowFactory.create(row.cells().toArray());
    }
  };

  private final StructType schema;

  Table(StructType schema) {
    this.schema = schema;
  }

  private static StructType box() {
    StructType box = new StructType();
    for (String side : List.of("x", "y", "width", "height")) {
      box = box.add(side, DataTypes.IntegerType);
    }
    return box;
  }

  private static StructType text() {
    StructType all = new StructType();
    for (String name : TYPED.schema.fieldNames()) {
      all = all.add(name, DataTypes.StringType);
    }
    return all;
  }

  /** Its columns. */
  StructType schema() {
    return schema;
  }

  /** A row of it. */
  abstract Row row(PileRow row);

  private static Row row(Box box) {
    return RowFactory.create(box.x(), box.y(), box.width(), box.height());
  }
}
