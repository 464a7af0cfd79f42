/** Survey sessions, results and surveys themselves in S3: {@link dev.parlance.aws.s3.S3Documents} first. */
@NullMarked
package dev.parlance.aws.s3;

import org.jspecify.annotations.NullMarked;
