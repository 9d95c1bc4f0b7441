package dev.inkling.ui.inside;

import dev.inkling.data.DataSource;
import dev.inkling.diagram.Spot;
import dev.inkling.export.ExportFormat;
import dev.inkling.file.AtomicFile;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Stroke;
import dev.inkling.model.ClassifierPool;
import dev.inkling.model.Model;
import dev.inkling.recognize.Reading;
import dev.inkling.recognize.Recognition;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Exports;
import dev.inkling.ui.kit.Notices;
import dev.inkling.ui.pad.PadViewModel;
import dev.inkling.ui.training.ToBuild;
import dev.inkling.ui.training.TrainingViewModel;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * Looks into the network that reads on the pad, while one draws. Each page has a view model of its
 * own, which follows the pad only while the page is shown. Used on the FX thread alone.
 */
public final class InsideViewModel {
  private final PadViewModel pad;
  private final TrainingViewModel training;
  private final Exports exports;

  // Properties
  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.NETWORK);
  private final ReadOnlyObjectWrapper<@Nullable Subject> subject = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Subject> fooled = new ReadOnlyObjectWrapper<>();
  private final TourViewModel tour = new TourViewModel(this);
  private final NetworkViewModel network;
  private final StepViewModel step;
  private final FramingViewModel framing;
  private final WhyViewModel why;
  private final SureViewModel sure;
  private final LovesViewModel loves;
  private final FoolsViewModel fools;
  private final FilmViewModel film;
  private final BreakViewModel broken;

  /** Held here, for nothing else holds them while their page is not shown. */
  private final Map<Page, ObservableValue<Subject>> subjects = new EnumMap<>(Page.class);

  /**
   * Looks at nothing yet.
   *
   * @param pad whose drawing and model are looked at
   * @param source of test images
   * @param training whose runs have a history
   * @param pool lends classifiers
   * @param worker computes, on one thread
   * @param files writes what is taken elsewhere
   * @param notices tell what went wrong with that
   */
  public InsideViewModel(
      PadViewModel pad,
      DataSource source,
      TrainingViewModel training,
      ClassifierPool pool,
      Background worker,
      Background files,
      Notices notices) {
    this.pad = pad;
    this.training = training;
    exports = new Exports(files, notices.topic("inside"));
    pad.currentProperty().addListener(_ -> look());
    pad.recognitionProperty().addListener(_ -> look());
    Readers readers = new Readers(worker, pool);
    network =
        new NetworkViewModel(subjectOn(Page.NETWORK), worker, notices.topic("network shown")::fail);
    step = new StepViewModel(subjectOn(Page.STEP), worker, source);
    step.network().wholeProperty().bindBidirectional(network.wholeProperty());
    framing = new FramingViewModel(subjectOn(Page.FRAMING), readers);
    why = new WhyViewModel(subjectOn(Page.WHY), readers);
    sure = new SureViewModel(subjectOn(Page.SURE), readers, pad::replace);
    loves = new LovesViewModel(subjectOn(Page.LOVES), shownOn(Page.LOVES), readers);
    fools =
        new FoolsViewModel(
            subjectOn(Page.FOOLS), shownOn(Page.FOOLS), readers, pad.models(), this::lookInto);
    network.wantedProperty().subscribe(this::love);
    film =
        new FilmViewModel(
            subjectOn(Page.FILM),
            shownOn(Page.FILM),
            training,
            new FilmWork(source, FilmWork.IMAGES),
            worker);
    broken = new BreakViewModel(subjectOn(Page.BREAK), readers, source);
  }

  /** Shows what the value would love to see that was chosen in the picture of the network. */
  private void love(@Nullable Spot spot) {
    if (spot != null) {
      page.set(Page.LOVES);
      loves.want(network.blocksProperty().get().get(spot.column() - 1), spot.cell());
    }
  }

  /** A drawing is looked at when all of it is read: drawing and answer belong together. */
  private void look() {
    if (pad.currentProperty().get() && pad.networkProperty().get() != null) {
      Stroke stroke = pad.strokeProperty().get();
      Drawing finished = pad.drawingProperty().get();
      Drawing all = stroke == null ? finished : finished.with(stroke);
      Subject now =
          new Subject(pad.networkProperty().get(), digit(all), pad.recognitionProperty().get());
      if (!now.equals(subject.get())) {
        fooled.set(null);
        subject.set(now);
      }
    }
  }

  /** Takes a picture that is no drawing to the pages that look at pictures. */
  private void lookInto(Recognition read) {
    fooled.set(new Subject(subject.get().model(), Drawing.EMPTY, read));
    page.set(Page.NETWORK);
  }

  /** Of a number the digit that is looked at, unless it cannot be told by its strokes. */
  private Drawing digit(Drawing all) {
    Reading reading = pad.readingProperty().get();
    if (!reading.isNumber()) {
      return all;
    }
    Drawing one = all.within(reading.digits().get(pad.selectedProperty().get()).box());
    return one.isEmpty() ? all : one;
  }

  /** The newest drawing that was read, also while it is drawn; null while there is no model. */
  public ObservableValue<@Nullable Subject> subjectProperty() {
    return subject.getReadOnlyProperty();
  }

  /** What a page looks at: stands still while the page is not shown. */
  private ObservableValue<Subject> subjectOn(Page which) {
    return subjects.computeIfAbsent(
        which, _ -> (which.looksAtPictures() ? looked() : subject).when(shownOn(which)));
  }

  /** The fooled picture that somebody wants to look into, else what is on the pad. */
  private ObservableValue<@Nullable Subject> looked() {
    return Bindings.createObjectBinding(
        () -> fooled.get() == null ? subject.get() : fooled.get(), fooled, subject);
  }

  private BooleanBinding shownOn(Page which) {
    return shown.and(page.isEqualTo(which));
  }

  /** The fooled picture that pages look at in place of the drawing; null for none. */
  ReadOnlyObjectProperty<@Nullable Subject> fooledProperty() {
    return fooled.getReadOnlyProperty();
  }

  /** Whether the screen is shown; nothing is computed while it is not. */
  public BooleanProperty shownProperty() {
    return shown;
  }

  /** The page that is shown. */
  public ObjectProperty<Page> pageProperty() {
    return page;
  }

  /** Whether the network is shown with all that is on the pad. */
  public boolean isCurrent() {
    Seen seen = network.seenProperty().get();
    return pad.currentProperty().get() && seen != null && seen.subject().equals(subject.get());
  }

  /** The guided tour. */
  TourViewModel tour() {
    return tour;
  }

  /** The page with the network as a picture. */
  NetworkViewModel network() {
    return network;
  }

  /** The page with one step of learning. */
  StepViewModel step() {
    return step;
  }

  /** The page with the way from ink to the network's picture. */
  FramingViewModel framing() {
    return framing;
  }

  /** The page with the ink that an answer rests on. */
  WhyViewModel why() {
    return why;
  }

  /** The page with other versions of the drawing. */
  SureViewModel sure() {
    return sure;
  }

  /** The page with what the network would love to see. */
  LovesViewModel loves() {
    return loves;
  }

  /** The page with small changes that fool the network. */
  FoolsViewModel fools() {
    return fools;
  }

  /** The page with the way so far, epoch by epoch. */
  FilmViewModel film() {
    return film;
  }

  /** The page that breaks a copy of the network. */
  BreakViewModel broken() {
    return broken;
  }

  // Commands

  /** Looks at the drawing again. */
  void lookAtDrawing() {
    fooled.set(null);
  }

  /** Draws a sample digit where there is none. */
  void drawWhenBlank() {
    if (pad.emptyBinding().get()) {
      pad.drawSample();
    }
  }

  /** Writes a file, in the background. */
  void save(AtomicFile.Content content, Path file) {
    exports.save(content, file);
  }

  /** Goes to the builder with a copy of the network that is looked at. */
  void copy() {
    Subject now = subject.get();
    if (now != null) {
      ToBuild.of(now.model().card()).ifPresent(training::build);
    }
  }

  /** Writes the network that is looked at for other programs, in the background. */
  public void export(ExportFormat format, Path file) {
    Model model = subject.get().model();
    exports.run(file, () -> format.write(file, model));
  }
}
