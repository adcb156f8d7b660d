import { useState } from 'react';
import { failureOfAnswer } from './failure-of-answer.ts';

/** Asks for something when it is told to, and says that it is on its way, or why it did not come. */
export function useAsking(request: () => Promise<unknown>) {
  const [{ isAsking, error }, setStep] = useState<Readonly<{ isAsking: boolean; error?: unknown }>>({
    isAsking: false,
  });
  /** Answers whether it came. */
  const ask = async (): Promise<boolean> => {
    setStep({ isAsking: true });
    const failure = await failureOfAnswer(request());
    setStep({ isAsking: false, error: failure });
    return failure === undefined;
  };
  return { ask, isAsking, error };
}
