package dev.parlance.tools.sam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamTemplateTest {
    private static final String TEMPLATE = """
            Parameters:
              Store:
                Type: String
                Default: table
            Conditions:
              InTable: !Equals [!Ref Store, table]
              InBucket: !Not [!Condition InTable]
            Globals:
              Function:
                Timeout: 5
                Environment:
                  Variables:
                    TABLE: !If [InTable, !Ref Table, ""]
            Resources:
              Echo:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: com.example.Echo::handleRequest
                  Environment:
                    Variables:
                      SECRET: !Ref Secret
                      PATH_TO: !Join ["/", [a, !Ref Store]]
                  Policies:
                    - Version: 2012-10-17
                      Statement:
                        - Effect: Allow
                          Action: [s3:GetObject, s3:PutObject]
                          Resource: !Sub ${Bucket.Arn}/*
                        - !If
                          - InTable
                          - Effect: Allow
                            Action: dynamodb:GetItem
                            Resource: !GetAtt Table.Arn
                          - !Ref AWS::NoValue
              Table:
                Type: AWS::DynamoDB::Table
                Condition: InTable
              Bucket:
                Type: AWS::S3::Bucket
              Secret:
                Type: AWS::SecretsManager::Secret
                Properties:
                  Name: !Sub ${AWS::StackName}-token
            Outputs:
              Url:
                Value: !Sub
                  - https://${Host}/${!NotThis}
                  - Host: example.com
              Role:
                Value: !GetAtt EchoRole.Arn
            """;

    @TempDir
    private Path folder;

    private SamTemplate template(String text) throws IOException {
        return SamTemplate.read(Files.writeString(folder.resolve("template.yaml"), text));
    }

    @Test
    void parameters_conditions_and_references_are_resolved() throws IOException {
        SamFunction echo = template(TEMPLATE).functions().get(0);

        assertThat(echo.handlerClass()).isEqualTo("com.example.Echo");
        assertThat(echo.environment())
                .containsEntry("TABLE", "Table")
                .containsEntry("SECRET", "local-token")
                .containsEntry("PATH_TO", "a/table");
        assertThat(echo.allowedActions()).containsExactly("dynamodb:GetItem", "s3:GetObject", "s3:PutObject");
        assertThat(echo.allowedResources())
                .containsExactly("arn:aws:dynamodb:us-east-1:000000000000:Table", "arn:aws:s3:::bucket/*");
        assertThat(echo.timeout()).hasSeconds(5);
        assertThat(template(TEMPLATE).outputs()).containsEntry("Url", "https://example.com/${NotThis}");
    }

    @Test
    void conditions_exclude_resources_and_statements() throws IOException {
        SamTemplate inBucket = template(TEMPLATE).withParameter("Store", "bucket");

        assertThat(inBucket.resourceTypes()).doesNotContain("AWS::DynamoDB::Table");
        assertThat(inBucket.functions().get(0).allowedActions()).containsExactly("s3:GetObject", "s3:PutObject");
        assertThat(inBucket.functions().get(0).environment()).containsEntry("TABLE", "");
    }

    @Test
    void missing_names_and_unsupported_functions_are_reported() {
        assertThatThrownBy(() -> template(TEMPLATE.replace("!Ref Secret", "!Ref Sekret")))
                .hasMessageContaining("\"Sekret\"");
        assertThatThrownBy(() -> template(TEMPLATE.replace("!Ref Secret", "!ImportValue Secret")))
                .hasMessageContaining("Fn::ImportValue");
        assertThatThrownBy(() -> template(TEMPLATE).withParameter("Sture", "x"))
                .hasMessageContaining("no parameter Sture");
        assertThatThrownBy(() -> template(TEMPLATE.replace("    Default: table\n", "")))
                .hasMessageContaining("Store has no default");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "!GetAtt foo                  | line 8: !GetAtt foo has no attribute",
                "!GetAtt [foo]                | Fn::GetAtt takes a resource and an attribute",
                "{Fn::GetAtt: foo}            | Fn::GetAtt takes a resource and an attribute",
                "!GetAtt Odd.Arn              | The resource Odd of type \"Odd\" has no Arn",
                "!If [Round, a, b]            | can't refer to itself: the condition Round",
                "!Ref Loop                    | can't refer to itself: the resource Loop",
                "&x [*x]                      | line 8: this alias refers to itself",
                "&x {<<: *x}                  | line 8: this alias refers to itself",
                "&x !Sub [a, *x]              | line 8: this alias refers to itself",
                "*nothing                     | line 8: found undefined alias nothing",
                "[                            | line 8:"
            })
    void a_malformed_value_is_reported_with_its_line(String value, String problem) {
        assertThatThrownBy(() -> template("""
                        Conditions:
                          Round: !Not [!Condition Round]
                          Never: !Equals [a, b]
                        Resources:
                          Odd: {Type: Odd}
                          Loop: {Type: AWS::S3::Bucket, Condition: Never, Properties: {BucketName: !Ref Loop}}
                        Outputs:
                          Url: {Value: VALUE}
                        """.replace("VALUE", value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("template.yaml: ")
                .hasMessageContaining(problem);
    }

    @Test
    void aliases_that_expand_to_a_huge_document_are_refused() {
        StringBuilder yaml = new StringBuilder("Outputs:\n  A0: &a0 [x, x]\n");
        for (int i = 1; i <= 24; i++) {
            yaml.append("  A%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }

        assertThatThrownBy(() -> template(yaml.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("with aliases expanded, this has more than 100000 values");
    }

    @Test
    void aliases_that_expand_to_a_deep_document_are_refused() {
        StringBuilder yaml = new StringBuilder("Outputs:\n  A0: &a0 [x]\n");
        for (int i = 1; i <= 48; i++) {
            yaml.append("  A%d: &a%d [[[[*a%d]]]]\n".formatted(i, i, i - 1));
        }

        assertThatThrownBy(() -> template(yaml.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("this is nested deeper than 100 levels");
    }

    @Test
    void a_file_without_a_template_is_refused() {
        for (String text : new String[] {"", "just words", "[a, list]", "a: b: c"}) {
            assertThatThrownBy(() -> template(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("template.yaml: ");
        }
    }
}
