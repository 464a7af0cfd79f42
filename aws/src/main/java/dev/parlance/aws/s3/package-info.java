/** Survey sessions ({@link dev.parlance.aws.s3.S3Documents}), results and survey definitions in S3. */
@NullMarked
package dev.parlance.aws.s3;

import org.jspecify.annotations.NullMarked;
