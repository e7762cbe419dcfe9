/** Hands the page one named function for each call of the contract, and nothing else of Electron. */
import { contextBridge, ipcRenderer } from 'electron';
import { hostGlobal, hostMethods } from '#shared/host/contract.ts';
import { channelOf } from './channel.ts';

type Ask = (ask: unknown) => Promise<unknown>;

const host: Record<string, Ask> = {};
for (const method of hostMethods) host[method] = async (ask) => ipcRenderer.invoke(channelOf(method), ask);

contextBridge.exposeInMainWorld(hostGlobal, host);
