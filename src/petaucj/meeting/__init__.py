"""What a meeting room needs besides pages: its network, the audience, the check before it starts."""
