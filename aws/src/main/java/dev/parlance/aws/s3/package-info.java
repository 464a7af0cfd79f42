/**
 * Survey sessions, results and survey definitions in S3. Start with {@link dev.parlance.aws.s3.S3Documents}.
 *
 * <pre>{@code
 * S3Client client = S3Client.create();
 * BucketSurvey survey = BucketSurvey.in(client, "surveys");
 * Surveys surveys = Surveys.builder(survey.current()).store(S3Documents.in(client, "surveys")).build();
 * }</pre>
 */
@NullMarked
package dev.parlance.aws.s3;

import org.jspecify.annotations.NullMarked;
