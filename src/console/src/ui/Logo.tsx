interface LogoProps {
  size?: number;
}

export function Logo({ size = 36 }: LogoProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" role="img" aria-label="AgentIQ">
      <rect width="32" height="32" rx="9" fill="#138087" />
      <path
        fill="#fff"
        d="M8 9.500A2.500 2.500 0 0 1 10.500 7h11A2.500 2.500 0 0 1 24 9.500v8a2.500 2.500 0 0 1-2.500 2.500H16l-5 4.500V20h-.500A2.500 2.500 0 0 1 8 17.500z"
      />
      <path d="m12.400 13.600 2.600 2.600 4.800-5" fill="none" stroke="#0d6a70" strokeWidth="2.200" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
