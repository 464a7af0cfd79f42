package dev.parlance.tools.sam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void what_it_says_is_worked_out() throws IOException {
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
    void what_its_conditions_leave_out_is_not_there() throws IOException {
        SamTemplate inBucket = template(TEMPLATE).with("Store", "bucket");

        assertThat(inBucket.resourceTypes()).doesNotContain("AWS::DynamoDB::Table");
        assertThat(inBucket.functions().get(0).allowedActions()).containsExactly("s3:GetObject", "s3:PutObject");
        assertThat(inBucket.functions().get(0).environment()).containsEntry("TABLE", "");
    }

    @Test
    void what_is_not_in_it_or_not_known_is_told() {
        assertThatThrownBy(() -> template(TEMPLATE.replace("!Ref Secret", "!Ref Sekret")))
                .hasMessageContaining("\"Sekret\"");
        assertThatThrownBy(() -> template(TEMPLATE.replace("!Ref Secret", "!ImportValue Secret")))
                .hasMessageContaining("Fn::ImportValue");
        assertThatThrownBy(() -> template(TEMPLATE).with("Sture", "x")).hasMessageContaining("no parameter Sture");
        assertThatThrownBy(() -> template(TEMPLATE.replace("    Default: table\n", "")))
                .hasMessageContaining("Store has no default");
    }
}
