package dev.inkling.ui.data;

import dev.inkling.data.DataSource;
import dev.inkling.model.ClassifierPool;
import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.ui.kit.Notices;
import dev.inkling.ui.kit.Workers;
import dev.inkling.ui.training.TrainingViewModel;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;

/**
 * What the parts of the screen work with.
 *
 * @param source the data sets there are
 * @param models that can read images; the list follows the window's
 * @param reader the one that reads on the pad
 * @param pool lends classifiers
 * @param training whose form is filled in, and whose runs are trained
 * @param workers do what takes long
 * @param notices tell what went wrong beside what the screen itself shows
 */
public record DataTools(
    DataSource source,
    ObservableList<Entry> models,
    ObservableValue<Entry> reader,
    ClassifierPool pool,
    TrainingViewModel training,
    Workers workers,
    Notices notices) {}
