/** Charts as SVG. */
@NullMarked
package dev.parlance.survey.pages.chart;

import org.jspecify.annotations.NullMarked;
