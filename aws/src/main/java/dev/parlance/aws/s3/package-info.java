/**
 * Surveys in S3: sessions ({@link dev.parlance.aws.s3.S3Documents}), results ({@link dev.parlance.aws.s3.S3Results}), and the
 * survey itself ({@link dev.parlance.aws.s3.BucketSurvey}).
 *
 * <pre>{@code
 * BucketSurvey survey = BucketSurvey.in(S3Client.create(), "surveys");
 * Surveys surveys = Surveys.builder(survey.current())
 *         .store(S3Documents.in(S3Client.create(), "surveys"))
 *         .build();
 * }</pre>
 */
@NullMarked
package dev.parlance.aws.s3;

import org.jspecify.annotations.NullMarked;
