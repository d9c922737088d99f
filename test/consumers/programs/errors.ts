import {
  CodeDeliveryFailureException,
  CognitoIdentityProviderClient,
  CognitoIdentityProviderServiceException,
  ForgotPasswordCommand,
  type InvalidParameterException,
  TooManyRequestsException,
  UserNotFoundException,
} from "@aws-sdk/client-cognito-identity-provider";

const client = new CognitoIdentityProviderClient({});

export const explain = async (): Promise<string> => {
  try {
    await client.send(new ForgotPasswordCommand({ ClientId: "client", Username: "user" }));
    return "sent";
  } catch (error) {
    if (error instanceof UserNotFoundException) return error.name satisfies "UserNotFoundException";
    if (error instanceof TooManyRequestsException || error instanceof CodeDeliveryFailureException) {
      const fault: "client" = error.$fault;
      return `${fault} ${error.name satisfies "TooManyRequestsException" | "CodeDeliveryFailureException"}`;
    }
    if (error instanceof CognitoIdentityProviderServiceException) {
      const status: number | undefined = error.$metadata.httpStatusCode;
      const retryable: boolean = error.$retryable?.throttling === true;
      return `${error.$fault} ${error.name} ${error.message} ${status} ${retryable} ${error.$response?.statusCode}`;
    }
    throw error;
  }
};

type Failure = UserNotFoundException | InvalidParameterException;

export const byName = (error: Failure): string => {
  switch (error.name) {
    case "UserNotFoundException":
      return (error satisfies UserNotFoundException).message;
    case "InvalidParameterException":
      return (error satisfies InvalidParameterException).message;
  }
};

export const made = new UserNotFoundException({ message: "No such user.", $metadata: {} });
export const caught: Error = made;
